/** Speed of scoring and of growing trees, beside the libraries that can do both. */
package org.feewise.analytics.risk.bench;
