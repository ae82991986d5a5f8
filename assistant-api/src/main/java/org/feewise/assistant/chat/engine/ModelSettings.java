package org.feewise.assistant.chat.engine;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Which language model words the replies; without an address the offline one does. */
@ConfigMapping(prefix = "feewise.chat.model")
interface ModelSettings {
  /** Address of a service that speaks the OpenAI protocol, such as {@code http://host/v1}. */
  Optional<URI> url();

  /** Name of the model there. */
  String name();

  /** Key of that service. */
  Optional<String> key();

  /** How long it may take for one reply before the offline model answers instead. */
  Duration patience();
}
