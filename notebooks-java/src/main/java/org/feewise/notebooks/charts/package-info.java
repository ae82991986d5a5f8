/** Small pictures for notebooks, without a charting library. */
package org.feewise.notebooks.charts;
