using Conformance.Findings;
using Conformance.Policy;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Policy;

public sealed class FingerprintsTests
{
    private static readonly Finding Original = Finding.Of(
        "OWN901", new Location("m", 10, "/rooms/3/name", "!r", "$e"), ("file", "x"), ("size", 7));

    [Fact]
    public void Next_AnyFinding_IsSixteenHexadecimalDigits() => Of(Original).ShouldMatch("^[0-9a-f]{16}$");

    [Fact]
    public void Next_BytesAndItemsBeforeMoved_StaysTheSame() =>
        Of(Original with { Location = Original.Location with { Offset = 999, Pointer = "/rooms/4/name" }, Arguments = [("file", "x"), ("size", 8)] })
            .ShouldBe(Of(Original));

    public static TheoryData<string> Differences => ["rule", "member", "pointer", "room", "event", "argument"];

    [Theory]
    [MemberData(nameof(Differences))]
    public void Next_AnotherFault_Differs(string difference)
    {
        Location location = Original.Location;
        Finding other = difference switch
        {
            "rule" => Original with { Rule = "OWN902" },
            "member" => Original with { Location = location with { Member = null } },
            "pointer" => Original with { Location = location with { Pointer = "/rooms/3/topic" } },
            "room" => Original with { Location = location with { Room = "" } },
            "event" => Original with { Location = location with { Event = "$f" } },
            _ => Original with { Arguments = [("file", "y"), ("size", 7)] },
        };
        Of(other).ShouldNotBe(Of(Original));
    }

    [Fact]
    public void Next_EqualFaults_AreToldApartByOrder()
    {
        var first = new Fingerprints();
        var second = new Fingerprints();
        string[] one = [first.Next(Original), first.Next(Original), first.Next(Original)];
        string[] two = [second.Next(Original), second.Next(Original), second.Next(Original)];
        one.ShouldBe(two);
        one.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Next_PartsThatRunTogether_Differ() =>
        Of(Finding.Of("OWN901", new Location("ab", Pointer: "/c"))).ShouldNotBe(Of(Finding.Of("OWN901", new Location("a", Pointer: "b/c"))));

    private static string Of(Finding finding) => new Fingerprints().Next(finding);
}
