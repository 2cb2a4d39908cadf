/// The ids of the database: positive, and of 32 bits as its columns are.
enum EntityID {
    static let range = 1...Int(Int32.max)
}
