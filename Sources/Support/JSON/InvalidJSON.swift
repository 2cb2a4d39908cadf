/// The place at which a text stops being JSON.
package struct InvalidJSON: Error, Equatable {
    /// In bytes from the start of the text.
    package let offset: Int
    package let what: String

    package init(offset: Int, what: String) {
        self.offset = offset
        self.what = what
    }
}
