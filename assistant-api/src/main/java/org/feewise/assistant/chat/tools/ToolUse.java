package org.feewise.assistant.chat.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** One call of a tool within a turn, and what came back. */
public record ToolUse(String name, Map<String, Object> args, JsonNode result) {}
