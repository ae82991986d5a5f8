/** Reports of how fees are paid, computed from history into the {@code report} schema. */
package org.feewise.analytics.trends;
