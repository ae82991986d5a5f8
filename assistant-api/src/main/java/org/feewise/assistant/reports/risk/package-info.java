/** Reports of the model of late payment: what it is worth, what drifts, whom it treats how. */
package org.feewise.assistant.reports.risk;
