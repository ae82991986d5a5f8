package org.feewise.assistant.problems;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Turns every exception that leaves a resource into an answer; none leaves with a stack trace. */
class ProblemResponses {
  private static final Logger LOG = Logger.getLogger(ProblemResponses.class);

  private final ProblemAnswer answer;

  ProblemResponses(ProblemAnswer answer) {
    this.answer = answer;
  }

  @ServerExceptionMapper
  Response problem(Problem problem) {
    return answer.to(problem);
  }

  @ServerExceptionMapper
  Response unauthorized(UnauthorizedException missing) {
    return answer.to(Diagnosis.ofStatus(401));
  }

  @ServerExceptionMapper
  Response unauthenticated(AuthenticationFailedException wrong) {
    return answer.to(Diagnosis.ofStatus(401));
  }

  @ServerExceptionMapper
  Response forbidden(io.quarkus.security.ForbiddenException forbidden) {
    return answer.to(Diagnosis.ofStatus(403));
  }

  @ServerExceptionMapper
  Response body(MismatchedInputException failure) {
    return answer.to(Diagnosis.of(failure));
  }

  @ServerExceptionMapper
  Response violation(ConstraintViolationException failure) {
    return answer.to(Diagnosis.of(failure));
  }

  @ServerExceptionMapper
  Response busy(BulkheadException failure) {
    return answer.to(Diagnosis.ofStatus(503));
  }

  @ServerExceptionMapper
  Response framework(WebApplicationException failure, UriInfo uri) {
    Response given = failure.getResponse();
    if (given.getStatus() < 400 || given.hasEntity()) {
      return given;
    }
    if (given.getStatus() >= 500) {
      return unforeseen(failure);
    }
    Map<String, List<String>> parameters = new HashMap<>(uri.getQueryParameters());
    parameters.putAll(uri.getPathParameters());
    return answer.to(Diagnosis.of(failure, parameters), given);
  }

  @ServerExceptionMapper
  Response unforeseen(Throwable failure) {
    if (Diagnosis.isTextNoDatabaseKeeps(failure)) {
      return answer.to(Diagnosis.ofStatus(400));
    }
    String errorId = UUID.randomUUID().toString();
    LOG.errorf(failure, "error %s", errorId);
    return answer.to(new Problem(ProblemResponses.class, 500, "internal-error", errorId), errorId);
  }

  /** A filter of the framework may refuse a request without a word; the caller still gets one. */
  @ServerResponseFilter
  void refusal(ContainerResponseContext response) {
    if (response.getStatus() >= 400 && !response.hasEntity()) {
      Response told = answer.to(Diagnosis.ofStatus(response.getStatus()));
      response.setStatus(told.getStatus());
      if (told.getLocation() != null) {
        response.getHeaders().putSingle(HttpHeaders.LOCATION, told.getLocation());
      }
      response.setEntity(told.getEntity(), null, told.getMediaType());
    }
  }
}
