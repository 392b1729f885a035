import { courses } from 'virtual:bank';
import type { CourseEntry } from '#core/catalogue.ts';

export { courses };

export function findCourse(id: string): CourseEntry | undefined {
	return courses.find((course) => course.id === id);
}
