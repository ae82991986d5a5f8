package org.feewise.assistant.command;

/**
 * Work that goes on beside the running service; any CDI bean of this type is begun once it serves.
 */
public interface Companion {
  /** Begins the work in the background and returns at once. */
  void begin();
}
