using System.Text;
using Conformance.Comparison;
using Conformance.Reports.Comparison;
using Conformance.Tests.Catalogue;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Reports.Comparison;

/// <summary>The differences of two archives as programs read them.</summary>
public sealed class ComparisonJsonWriterTests
{
    private const string Schema = "report/diff.schema.json";

    private static readonly ArchiveDifferences Everything = new()
    {
        Counts = [.. Enum.GetValues<ContentPart>().Select(part => new PartCount(part, 1, 2, 3, 4))],
        Listed =
        [
            new Difference(ContentPart.Events, DifferenceKind.Changed, ["!room:a", "$event"])
            {
                What = "m.room.message by @\u202ealice:a",
                Changes = [new ValueChange("/content", null, null, DifferenceKind.Changed), new ValueChange("/x", "1", "\ud800", DifferenceKind.Changed)],
            },
            new Difference(ContentPart.Files, DifferenceKind.Lost, ["media/1"]),
        ],
        States = [new RoomStateDifference("!room:a", 9, [new StateDifference(DifferenceKind.Invented, "m.room.name", "", null, "$b")])],
        EqualStates = 2,
        UnsignedOnly = 3,
        NotCompared = [new NotCompared(2, "m.users/users.1.cbor", "Not all of the file could be read.")],
    };

    [Fact]
    public void Write_Everything_FollowsTheSchema() => SchemaChecks.Violations(Schema, Encoding.UTF8.GetBytes(Json(Everything))).ShouldBeEmpty();

    [Fact]
    public void Write_Nothing_IsTheSame()
    {
        string json = Json(new ArchiveDifferences { Counts = [], Listed = [] });

        SchemaChecks.Violations(Schema, Encoding.UTF8.GetBytes(json)).ShouldBeEmpty();
        json.ShouldContain("\"verdict\": \"same\"");
    }

    [Theory]
    [InlineData("\"verdict\": \"different\"", "\"verdict\": \"other\"")]
    [InlineData("\"kind\": \"lost\"", "\"kind\": \"gone\"")]
    [InlineData("\"part\": \"events\"", "\"part\": \"pdus\"")]
    [InlineData("\"archive\": 2", "\"archive\": 3")]
    [InlineData("\"equalStates\":", "\"equal\":")]
    public void Write_Spoilt_DoesNotFollowTheSchema(string text, string spoilt)
    {
        string json = Json(Everything);
        json.ShouldContain(text);
        SchemaChecks.Violations(Schema, Encoding.UTF8.GetBytes(json.Replace(text, spoilt, StringComparison.Ordinal))).ShouldNotBeEmpty();
    }

    [Fact]
    public void Write_TextThatTurnsLines_IsEscaped() => Json(Everything).ShouldNotContain('\u202e');

    private static string Json(ArchiveDifferences differences)
    {
        using var output = new MemoryStream();
        ComparisonJsonWriter.Write("a", "b", differences, "1", output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
