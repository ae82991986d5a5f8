package org.feewise.assistant.paper;

import org.feewise.assistant.paper.notice.Field;

/**
 * Something that the paper and the file say differently.
 *
 * @param explained whether the file itself says how the difference came about
 * @param why how it came about, or what to be careful of
 */
public record Difference(Field field, String paper, String onFile, boolean explained, String why) {}
