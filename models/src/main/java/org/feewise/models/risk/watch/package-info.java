/** Whether a model that was good still is: what drifts, who wins, when to stop. */
package org.feewise.models.risk.watch;
