/** Reports as files that people and programs save. */
package org.feewise.assistant.reports.files;
