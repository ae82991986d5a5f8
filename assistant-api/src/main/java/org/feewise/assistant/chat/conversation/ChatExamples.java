package org.feewise.assistant.chat.conversation;

/** Requests and answers as the documentation of the chat shows them. */
final class ChatExamples {
  static final String FIRST =
      """
      {"text": "我现在欠多少钱?"}""";

  static final String NEXT =
      """
      {"text": "What about the water bill?",
       "conversationId": "3f0c6f0e-6a52-4f2e-9a53-0b3c2f6f8f11", "locale": "en"}""";

  static final String REPLY =
      """
      {"conversationId": "3f0c6f0e-6a52-4f2e-9a53-0b3c2f6f8f11",
       "reply": "待缴的账单共 1 笔，合计 49.14 元。\\n· 2026年10月水费：49.14 元，截止 2026-12-10。单号 WA202611050000001",
       "citations": [],
       "tools": [{"name": "bills", "args": {"status": "UNPAID"}}],
       "actions": [{"kind": "bills", "label": "看账单", "href": "/bills"}],
       "understood": {"intent": "bill.query", "slots": {"status": "UNPAID"}, "confidence": 0.9812}}""";

  static final String EVENTS =
      """
      event: understood
      data: {"intent":"bill.query","slots":{"status":"UNPAID"},"confidence":0.9812}

      event: tool
      data: {"name":"bills","args":{"status":"UNPAID"}}

      event: token
      data: {"text":"待缴的账单共 "}

      event: reply
      data: {"conversationId":"3f0c6f0e-6a52-4f2e-9a53-0b3c2f6f8f11","reply":"..."}

      """;

  private ChatExamples() {}
}
