/// Which `In [n]:` get another number when outputs are written.
enum Numbering {
  /// New numbers by cell index; labels that keep theirs are absent.
  ///
  /// A cell that was never run and now has an output gets the next number. Labels after it move up only
  /// as far as increasing order needs; labels before it stay, whatever their order.
  static func moveUp(_ cells: [Cell], numbering newlyRun: Set<Int>) -> [Int: Int] {
    var numbers: [Int: Int] = [:]
    var last = 0
    var hasNew = false
    for cell in cells {
      guard let label = cell.label else { continue }
      if let number = label.number {
        let moved = hasNew && number <= last ? last + 1 : number
        if moved != number { numbers[cell.index] = moved }
        last = max(last, moved)
      } else if newlyRun.contains(cell.index) {
        last += 1
        numbers[cell.index] = last
        hasNew = true
      }
    }
    return numbers
  }

  /// Counts all numbered and newly run cells from 1.
  static func fromOne(_ cells: [Cell], numbering newlyRun: Set<Int>) -> [Int: Int] {
    var numbers: [Int: Int] = [:]
    var last = 0
    for cell in cells {
      guard let label = cell.label, label.number != nil || newlyRun.contains(cell.index) else { continue }
      last += 1
      if label.number != last { numbers[cell.index] = last }
    }
    return numbers
  }
}
