package org.feewise.assistant.chat.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says that the service is not ready while the assistant is still being loaded. */
@Readiness
@ApplicationScoped
class AssistantReadiness implements HealthCheck {
  private final AssistantPreload preload;

  AssistantReadiness(AssistantPreload preload) {
    this.preload = preload;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("assistant").status(!preload.isUnderWay()).build();
  }
}
