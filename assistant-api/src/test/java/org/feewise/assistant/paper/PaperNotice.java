package org.feewise.assistant.paper;

import java.awt.image.BufferedImage;
import java.util.Map;

/**
 * A made notice and what is printed on it.
 *
 * @param name layout and number, for the table
 * @param truth what is printed, by the wire name of the field
 */
record PaperNotice(String name, BufferedImage image, Map<String, String> truth) {}
