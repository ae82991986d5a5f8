package org.feewise.notebooks.charts;

/**
 * Something a notebook shows as a drawing.
 *
 * @param title what it shows, for those who do not see it
 * @param svg the drawing
 */
public record Picture(String title, String svg) {}
