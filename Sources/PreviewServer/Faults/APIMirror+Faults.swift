import FlyingFox
import FlyingSocks

extension APIMirror {
    /// Answers as the effect says.
    func response(to request: APIRequest, with effect: MirrorFault.Effect?) async throws -> HTTPResponse {
        let isHead = request.method == .HEAD
        switch effect {
        case nil, .moved?: return answer(to: request).response(isHead: isHead)
        case .answer(let status, let headers, let body)?:
            return Answer(status: status, headers: headers, body: Array(body.utf8)).response(isHead: isHead)
        case .delay(let duration)?:
            try await Task.sleep(for: duration)
            return answer(to: request).response(isHead: isHead)
        case .cutOff(let count)?: return cutOff(answer(to: request), after: count)
        case .endlessBody?: return endless(answer(to: request))
        case .wrongCount(let count)?: return answer(to: request, count: count).response(isHead: isHead)
        case .brokenJSON?:
            var answer = answer(to: request)
            answer.body.removeLast(answer.body.count - answer.body.count / 2)
            return answer.response(isHead: isHead)
        case .html?:
            let page = Array("<!DOCTYPE html><title>Sign in</title><h1>Sign in</h1>\n".utf8)
            return Answer(status: 200, headers: ["Content-Type": "text/html; charset=utf-8"], body: page).response(isHead: isHead)
        case .redirect(let location)?: return Answer.redirect(302, to: location).response(isHead: isHead)
        }
    }

    private struct ConnectionCut: Error {}

    private func cutOff(_ answer: Answer, after count: Int) -> HTTPResponse {
        let body = ChunkSequence(state: Array(answer.body.prefix(count))) { rest in
            guard !rest.isEmpty else { throw ConnectionCut() }
            defer { rest = [] }
            return rest
        }
        return response(answer, HTTPBodySequence(from: body, count: answer.body.count))
    }

    private func endless(_ answer: Answer) -> HTTPResponse {
        let chunk = [UInt8](repeating: UInt8(ascii: " "), count: 1 << 16)
        let body = ChunkSequence(state: ()) { _ in chunk }
        return response(answer, HTTPBodySequence(from: body, suggestedBufferSize: chunk.count))
    }

    private func response(_ answer: Answer, _ body: HTTPBodySequence) -> HTTPResponse {
        var headers = HTTPHeaders()
        for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
        return HTTPResponse(statusCode: Answer.statusCode(answer.status), headers: headers, body: body)
    }
}
