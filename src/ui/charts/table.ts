/** The same figures as a picture, to read one by one. */
export interface Table {
	readonly columns: readonly string[];
	/** The first cell names the row. */
	readonly rows: readonly (readonly string[])[];
	/** BCP 47 tag of the names of the rows, where it is not that of the page. */
	readonly language?: string;
}
