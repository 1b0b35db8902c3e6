import Testing

@testable import Checking

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct JSONReportTests {
  /// The format as readers may rely on it.
  private struct Report: Decodable {
    struct Notebook: Decodable {
      struct Cell: Decodable {
        struct Failure: Decodable {
          let type: String
          let message: String
          let line: Int
        }
        let label: String?
        let line: Int
        let endLine: Int
        let verdict: String
        let rule: String?
        let expected: String?
        let actual: String?
        let error: Failure?
        let seconds: Double
      }
      struct Problem: Decodable {
        let line: Int?
        let message: String
      }
      let path: String
      let cells: [Cell]
      let summary: [String: Double]
      let problems: [Problem]?
    }
    let version: Int
    let notebooks: [Notebook]
  }

  private func decoded(_ results: [NotebookResult]) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(JSONReport.text(of: results, strict: false).utf8))
  }

  @Test func everyKeyIsThere() throws {
    let note = "In [1]:\nx\n\nFalse\n\nIn [2]:\ny = z\n"
    let result = try checked(
      note, ["x": .value("False"), "y = z": .raised("NameError", "name 'z'\t\"é\u{1}", line: 1, column: 5)])
    let report = try decoded([result])
    #expect(report.version == 1)
    let cells = try #require(report.notebooks.first).cells
    try #require(cells.count == 2)
    #expect(cells[0].label == "In [1]")
    #expect(cells[0].line == 1)
    #expect(cells[0].endLine == 4)
    #expect(cells[0].verdict == "passed")
    #expect(cells[0].rule == "exact")
    #expect(cells[0].expected == "False")
    #expect(cells[0].actual == "False\n")
    #expect(cells[0].error == nil)
    #expect(cells[1].verdict == "raised")
    #expect(cells[1].rule == nil)
    #expect(cells[1].error?.type == "NameError")
    #expect(cells[1].error?.message == "name 'z'\t\"é\u{1}")
    #expect(cells[1].error?.line == 7)
    #expect(report.notebooks[0].summary["raised"] == 1)
    #expect(report.notebooks[0].summary["failures"] == 1)
  }

  @Test func unreadableFilesAreProblems() throws {
    let missing = NotebookResult(path: "gone.md", unreadable: FileProblem(message: "No such file or directory"))
    let notebook = try #require(try decoded([missing]).notebooks.first)
    #expect(notebook.cells.isEmpty)
    #expect(notebook.problems?.first?.message == "No such file or directory")
  }

  @Test func keysComeInTheirOrder() throws {
    let text = JSONReport.text(of: [try checked("In [1]:\nx\n\nFalse\n", ["x": .value("False")])], strict: false)
    #expect(
      text.hasPrefix(
        """
        {
          "version": 1,
          "notebooks": [
            {
              "path": "note.md",
              "cells": [
                {
                  "label": "In [1]",
                  "line": 1,
                  "endLine": 4,
                  "verdict": "passed",
                  "rule": "exact",
                  "expected": "False",
                  "actual": "False\\n",
                  "error": null,
                  "seconds": 0.000000
                }
              ],
              "summary": {
                "cells": 1,
                "passed": 1,

        """))
  }
}
