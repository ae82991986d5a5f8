/** The exact search behind the plans: branch and price over the plans of single bills. */
package org.feewise.models.plans.search;
