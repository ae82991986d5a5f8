package org.feewise.assistant.problems;

import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Refuses a zero character in a path, query or form before a resource sees it. */
class WrittenParameters {

  @ServerRequestFilter
  @WithFormRead
  void check(ResteasyReactiveContainerRequestContext request, UriInfo uri) {
    FormData form =
        request.getServerRequestContext() instanceof ResteasyReactiveRequestContext context
            ? context.getFormData()
            : null;
    Optional<String> faulty =
        ZeroCharacter.in(uri.getPathParameters())
            .or(() -> ZeroCharacter.in(uri.getQueryParameters()))
            .or(() -> ZeroCharacter.in(texts(form)));
    if (faulty.isPresent()) {
      throw ZeroCharacter.problem(faulty.get());
    }
  }

  private static Map<String, List<String>> texts(FormData form) {
    Map<String, List<String>> texts = new HashMap<>();
    if (form != null) {
      for (String name : form) {
        texts.put(
            name,
            form.get(name).stream()
                .filter(value -> !value.isFileItem())
                .map(FormValue::getValue)
                .toList());
      }
    }
    return texts;
  }
}
