import Catalogue
import Testing

@Suite struct DataDateTests {
    @Test func theDateOfTheDataIsThatOfTheFetchOrTheEarliestItCanBe() {
        let moment = Timestamp(secondsSince1970: 1_772_337_906)
        #expect([.fetched(moment), .notBefore(moment), .unknown].map { (date: DataDate) in date.timestamp } == [moment, moment, nil])
    }
}
