using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Policy;

namespace Conformance.Tests.Reports;

/// <summary>Runs and their reports, made without an input.</summary>
internal static class TestRuns
{
    public static readonly RunFacts Facts = new("archive.tar.gz", "MSPF archive", "tar.gz",
        [new("members", 12), new("bytes", 1_234_567), new("rooms", 1), new("events", 1204), new("entries", 1)]);

    public static ValidationPolicy Policy(string profile = "spec") =>
        ValidationPolicy.Of(Conformance.Policy.Profile.Find(profile)!, TestCatalogue.Rules, new FixedClock(new DateOnly(2026, 11, 20)));

    public static FindingBuffer Found(ValidationPolicy policy, params Finding[] findings)
    {
        var buffer = new FindingBuffer(policy.ForFindings());
        foreach (Finding finding in findings)
        {
            buffer.Report(finding);
        }

        return buffer;
    }

    public static ValidationReport Report(ValidationPolicy policy, params Finding[] findings) =>
        ReportAssembler.Assemble(Facts, Found(policy, findings), policy, TestCatalogue.Rules);

    /// <summary>A report with a bit of everything.</summary>
    public static ValidationReport Sample()
    {
        ValidationPolicy policy = Policy() with
        {
            ConfigurationName = "conformance.json",
            Suppressions = [new Suppression("OWN902", "known, see ticket 7") { Member = "org.known/*" }],
        };
        FindingBuffer found = Found(policy,
            Unowned("org.example.notes.txt", 1),
            Unowned("org.example/much/deeper/in/the/tree/a-file-with-a-really-long-name-that-needs-more-than-a-line.json", 2),
            Finding.Of("OWN902", new Location("org.known/manifest.json", 17, "/items/org.known"), ("item", "org.known")) with { MemberOrdinal = 3 },
            Finding.Of("OWN902", new Location("manifest.mspf.json", 44, "/items/org.lost"), ("item", "org.lost")) with { MemberOrdinal = 1 },
            Finding.Of("STA901", new Location("m.rooms.cbor", 123456, "/!r:example.org/state/7", "!r:example.org", "$event"), ("event", "$event")) with { MemberOrdinal = 4 },
            Finding.Of("EVT901", new Location("m.rooms.cbor", 99, "/!r:example.org/events/0", "!r:example.org", "$odd"), ("braces", "{count}"), ("count", 3)) with { MemberOrdinal = 4 });
        for (int i = 0; i < 120; i++)
        {
            found.Report(Unowned($"org.example.lots/{i}", 10 + i));
        }

        found.ReportNotChecked(new NotChecked("signatures of one server", "Its keys aren't known; --keys FILE brings them.", new Location("m.rooms.cbor", Room: "!r:example.org"), Decisive: false, 3));
        return ReportAssembler.Assemble(Facts, found, policy, TestCatalogue.Rules);
    }

    public static Finding Unowned(string file, int ordinal, long offset = 0) =>
        Finding.Of("OWN901", new Location(file, offset), ("file", file)) with { MemberOrdinal = ordinal };

    private sealed class FixedClock(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day, TimeOnly.MinValue, TimeSpan.Zero);
    }
}
