package org.feewise.assistant.chat.page;

import java.util.List;
import org.feewise.assistant.bills.CitedLaw;

/**
 * What a citation opens.
 *
 * @param article the laws in one line
 * @param url official page of the paragraph's law, null where none is known
 * @param text the paragraph, null of a bill's rule and of what the library has no longer
 * @param laws the laws of a bill's rule one by one; none where the catalogue does not know them
 */
public record Source(String title, String article, String url, String text, List<CitedLaw> laws) {}
