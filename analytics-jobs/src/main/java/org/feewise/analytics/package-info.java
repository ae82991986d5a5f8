/** What FeeWise learns from the history of bills and payments. */
package org.feewise.analytics;
