/** Scores a new bill within seconds of the event that tells of it. */
package org.feewise.analytics.live;
