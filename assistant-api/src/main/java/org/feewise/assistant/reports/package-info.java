/** Reports of how fees are paid, for the analyst: as JSON, files and a page, never of a person. */
package org.feewise.assistant.reports;
