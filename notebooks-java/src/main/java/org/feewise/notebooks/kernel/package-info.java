/** Java in Jupyter: a kernel over the JDK's own shell. */
package org.feewise.notebooks.kernel;
