package org.feewise.assistant.paper;

import io.vertx.ext.web.RoutingContext;

/** What a request brought, kept in memory for as long as the request lasts. */
sealed interface Upload {
  /** A file. */
  record File(byte[] bytes) implements Upload {}

  /** No part named {@code file}. */
  record Missing() implements Upload {}

  /** A body larger than it may be. */
  record TooLarge() implements Upload {}

  /** Too many files are being handed in at this moment. */
  record Busy() implements Upload {}

  /** A body of another type. */
  record NotMultipart() implements Upload {}

  /** What this request brought. */
  static Upload of(RoutingContext exchange) {
    Upload upload = exchange.get(Upload.class.getName());
    return upload == null ? new NotMultipart() : upload;
  }

  /** Leaves it with the request. */
  default void leaveWith(RoutingContext exchange) {
    exchange.put(Upload.class.getName(), this);
  }
}
