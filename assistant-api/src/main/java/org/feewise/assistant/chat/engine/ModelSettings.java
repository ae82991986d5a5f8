package org.feewise.assistant.chat.engine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Which language model words the replies; without an address the offline one does. */
@ConfigMapping(prefix = "feewise.chat.model")
interface ModelSettings {
  /** The protocol it speaks: {@code openai} or {@code ollama}. */
  @WithDefault("openai")
  String provider();

  /** Its address, such as {@code http://host/v1}. */
  Optional<String> url();

  /** Name of the model there. */
  Optional<String> name();

  /** Key of that service. */
  Optional<String> key();

  /** How long it may take for one reply before the offline model answers instead. */
  Duration patience();

  /** How long it is left alone after it kept failing. */
  @WithDefault("PT30S")
  Duration rest();
}
