/** Other ways of telling who will be late, to compare the risk model with. */
package org.feewise.analytics.risk.peers;
