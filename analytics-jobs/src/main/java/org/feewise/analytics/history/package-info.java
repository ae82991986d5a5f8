/** Where histories of bills come from, and how they are described point in time. */
package org.feewise.analytics.history;
