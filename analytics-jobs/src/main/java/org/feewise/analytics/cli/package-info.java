/** The command line of the analytics. */
package org.feewise.analytics.cli;
