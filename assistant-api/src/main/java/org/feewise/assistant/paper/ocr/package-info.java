/** Reads the lines of text in a picture, in this process: PP-OCR's models on ONNX Runtime. */
package org.feewise.assistant.paper.ocr;
