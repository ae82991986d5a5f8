package org.feewise.assistant.chat.tools;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.agent.tool.ToolSpecifications;
import dev.langchain4j.service.tool.DefaultToolExecutor;
import dev.langchain4j.service.tool.ToolExecutor;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tools as LangChain4j takes them, their specifications read once and not on every turn. */
public final class Toolbox {
  private static final Map<ToolSpecification, Method> TOOLS = new LinkedHashMap<>();

  static {
    Stream.of(CitizenTools.class.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Tool.class))
        .forEach(method -> TOOLS.put(ToolSpecifications.toolSpecificationFrom(method), method));
  }

  private Toolbox() {}

  /** What a model is told of each tool. */
  public static List<String> descriptions() {
    return TOOLS.keySet().stream().map(ToolSpecification::description).toList();
  }

  /** What a model may call, bound to the tools of one turn. */
  public static Map<ToolSpecification, ToolExecutor> of(CitizenTools tools) {
    Map<ToolSpecification, ToolExecutor> bound = new LinkedHashMap<>();
    TOOLS.forEach(
        (specification, method) ->
            bound.put(
                specification,
                DefaultToolExecutor.builder()
                    .object(tools)
                    .originalMethod(method)
                    .methodToInvoke(method)
                    .wrapToolArgumentsExceptions(true)
                    .propagateToolExecutionExceptions(true)
                    .build()));
    return bound;
  }
}
