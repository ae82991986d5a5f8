/** What a newcomer finds on the first start: a demo city, analysed. */
package org.feewise.assistant.firstrun;
