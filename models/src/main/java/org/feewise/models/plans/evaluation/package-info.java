/** Scores the plans on a file of cases. */
package org.feewise.models.plans.evaluation;
