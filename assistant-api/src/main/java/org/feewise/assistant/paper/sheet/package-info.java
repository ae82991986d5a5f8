/** Opens what was handed in, a picture or a PDF, within bounds and in memory only. */
package org.feewise.assistant.paper.sheet;
