/** What a platform reads first: the parts of the course, the file that opens each, and all files of the package. */

import type { PackedCourse } from '#core/exchange.ts';
import { escapeXml } from '../escape-xml.ts';

export function makeScorm12Manifest(course: PackedCourse, files: readonly string[]): string {
	const items = course.sections
		.map(
			({ id, title }) => `			<item identifier="item-${id}" identifierref="player" parameters="?section=${id}">
				<title>${escapeXml(title)}</title>
				<adlcp:masteryscore>${Math.round(course.passShare * 100)}</adlcp:masteryscore>
			</item>`
		)
		.join('\n');
	return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${course.id}" version="1"
	xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
	xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
	<metadata>
		<schema>ADL SCORM</schema>
		<schemaversion>1.2</schemaversion>
	</metadata>
	<organizations default="course">
		<organization identifier="course">
			<title>${escapeXml(course.title)}</title>
${items}
		</organization>
	</organizations>
	<resources>
		<resource identifier="player" type="webcontent" adlcp:scormtype="sco" href="index.html">
${listFiles(files)}
		</resource>
	</resources>
</manifest>
`;
}

export function makeScorm2004Manifest(course: PackedCourse, files: readonly string[]): string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${course.id}" version="1"
	xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
	xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
	xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"
	xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"
	xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
	<metadata>
		<schema>ADL SCORM</schema>
		<schemaversion>2004 4th Edition</schemaversion>
	</metadata>
	<organizations default="course">
		<organization identifier="course">
			<title>${escapeXml(course.title)}</title>
${course.sections.map((section) => makeScorm2004Item(section, course.passShare)).join('\n')}
			<imsss:sequencing>
				<imsss:controlMode choice="true" flow="true"/>
			</imsss:sequencing>
		</organization>
	</organizations>
	<resources>
		<resource identifier="player" type="webcontent" adlcp:scormType="sco" href="index.html">
${listFiles(files)}
		</resource>
	</resources>
</manifest>
`;
}

function makeScorm2004Item({ id, title }: PackedCourse['sections'][number], passShare: number): string {
	return `			<item identifier="item-${id}" identifierref="player" parameters="?section=${id}">
				<title>${escapeXml(title)}</title>
				<imsss:sequencing>
					<imsss:objectives>
						<imsss:primaryObjective objectiveID="passed-${id}" satisfiedByMeasure="true">
							<imsss:minNormalizedMeasure>${passShare}</imsss:minNormalizedMeasure>
						</imsss:primaryObjective>
					</imsss:objectives>
					<imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
				</imsss:sequencing>
			</item>`;
}

/** Ids of parts are addresses of no host: a platform gives them back as names. */
export function makeCmi5Structure(course: PackedCourse): string {
	const { id, title, description, language } = course;
	const named = `lang="${escapeXml(language)}"`;
	const units = course.sections
		.map(
			(
				section
			) => `	<au id="urn:grasp:${id}:${section.id}" moveOn="CompletedOrPassed" masteryScore="${course.passShare}" launchMethod="AnyWindow">
		<title><langstring ${named}>${escapeXml(section.title)}</langstring></title>
		<description><langstring ${named}>${escapeXml(section.title)}</langstring></description>
		<url>index.html?section=${section.id}</url>
	</au>`
		)
		.join('\n');
	return `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
	<course id="urn:grasp:${id}">
		<title><langstring ${named}>${escapeXml(title)}</langstring></title>
		<description><langstring ${named}>${escapeXml(description)}</langstring></description>
	</course>
${units}
</courseStructure>
`;
}

function listFiles(files: readonly string[]): string {
	return files.map((file) => `			<file href="${escapeXml(file)}"/>`).join('\n');
}
