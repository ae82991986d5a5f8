/** Payment plans: which bill to pay when, how and in how many parts, at the least extra cost. */
package org.feewise.models.plans;
