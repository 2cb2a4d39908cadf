import Support

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension StagingArea {
    /// Opens and locks the staging folder of an output: beside it where that is possible, else inside.
    /// - Parameter output: the output folder, if it exists.
    static func open(for location: OutputLocation, output: Folder?, disk: DiskAccess) throws(PublishError) -> StagingArea {
        let name = ".\(location.name).staging"
        let place = location.parent == "/" ? "/\(name)" : "\(location.parent)/\(name)"
        let beside = try naming(place) { () throws(Errno) in
            try takeBeside(output, name: name, at: place, in: location.parent, disk: disk)
        }
        if case .noRoom(let error) = beside {
            guard let output else { throw unusable(place, error) }
            return try takeInside(output, location)
        }
        let area = try area(of: beside, location, place)
        do throws(PublishError) {
            if let output { try removeInside(output, location) }
            return area
        } catch {
            area.close()
            throw error
        }
    }

    private static func takeBeside(
        _ output: Folder?, name: String, at place: String, in parent: String, disk: DiskAccess
    ) throws(Errno) -> Attempt {
        let home: Folder
        do throws(Errno) {
            home = try Folder.open(parent, disk: disk)
        } catch let error where error.isPermission {
            return .noRoom(error)
        }
        let attempt = try take(name, in: home, isBesideOutput: true, place: place)
        guard case .taken(let area) = attempt, let output, try !area.folder.canMove(to: output) else { return attempt }
        area.close()
        return .noRoom(Errno(code: EXDEV))
    }

    private static func takeInside(_ output: Folder, _ location: OutputLocation) throws(PublishError) -> StagingArea {
        let place = "\(location.place)/\(SitePath.innerStaging)"
        let inside = try naming(place) { () throws(Errno) in
            try take(SitePath.innerStaging, in: output, isBesideOutput: false, place: place)
        }
        return try area(of: inside, location, place)
    }

    /// Another user, who has no room beside the output, may be at work inside it, or have been killed there.
    private static func removeInside(_ output: Folder, _ location: OutputLocation) throws(PublishError) {
        let isThere = try naming(location.place) { () throws(Errno) in try output.status(SitePath.innerStaging) != nil }
        if isThere { try takeInside(output, location).discard() }
    }

    private static func area(of attempt: Attempt, _ location: OutputLocation, _ place: String) throws(PublishError) -> StagingArea {
        switch attempt {
        case .taken(let area):
            return area
        case .locked(let holder):
            throw PublishError(
                .locked, at: location.place, "another build (process \(holder.process), since \(holder.since)) is at work on it",
                remedy: "Wait until it has ended, or stop it")
        case .foreign(let found):
            throw PublishError(
                .foreign, at: place, "holds '\(found)', which is not Hangar's",
                remedy: "Move that folder away: Hangar stages its builds there")
        case .noRoom(let error):
            throw unusable(place, error)
        }
    }

    private static func naming<Result>(_ place: String, _ work: () throws(Errno) -> Result) throws(PublishError) -> Result {
        do throws(Errno) {
            return try work()
        } catch {
            throw unusable(place, error)
        }
    }

    private static func unusable(_ place: String, _ error: Errno) -> PublishError {
        PublishError(.cannotWrite, at: place, "cannot be used for staging: \(error.words)", remedy: error.remedy)
    }
}
