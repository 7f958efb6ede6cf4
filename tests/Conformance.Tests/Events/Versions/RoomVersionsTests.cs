using System.Text;
using Conformance.Events.Versions;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Events.Versions;

public sealed class RoomVersionsTests
{
    // Room version, event IDs, references, room IDs, canonical JSON, depth, power levels, key validity, auth rules, state
    // resolution, creators, redacts: from the pages of the specification on each version and from the PDU schemas.
    [Theory]
    [InlineData("1", "field", "pair", "server", "lenient", long.MaxValue, "float", false, "V1", "V1", "creator", "event")]
    [InlineData("2", "field", "pair", "server", "lenient", long.MaxValue, "float", false, "V1", "V2", "creator", "event")]
    [InlineData("3", "base64", "id", "server", "lenient", long.MaxValue, "float", false, "V3", "V2", "creator", "event")]
    [InlineData("4", "url", "id", "server", "lenient", long.MaxValue, "float", false, "V3", "V2", "creator", "event")]
    [InlineData("5", "url", "id", "server", "lenient", long.MaxValue, "float", true, "V3", "V2", "creator", "event")]
    [InlineData("6", "url", "id", "server", "strict", 9007199254740991, "string", true, "V6", "V2", "creator", "event")]
    [InlineData("7", "url", "id", "server", "strict", 9007199254740991, "string", true, "V7", "V2", "creator", "event")]
    [InlineData("8", "url", "id", "server", "strict", 9007199254740991, "string", true, "V8", "V2", "creator", "event")]
    [InlineData("9", "url", "id", "server", "strict", 9007199254740991, "string", true, "V8", "V2", "creator", "event")]
    [InlineData("10", "url", "id", "server", "strict", 9007199254740991, "integer", true, "V10", "V2", "creator", "event")]
    [InlineData("11", "url", "id", "server", "strict", 9007199254740991, "integer", true, "V11", "V2", "sender", "content")]
    [InlineData("12", "url", "id", "create", "strict", 9007199254740991, "integer", true, "V12", "V2Point1", "additional", "content")]
    public void Find_KnownVersion_LaysDownWhatTheSpecificationSays(
        string id, string eventIds, string references, string roomIds, string json, long depth, string levels, bool keyValidity,
        string auth, string state, string creators, string redacts)
    {
        RoomVersion version = RoomVersions.Find(id).ShouldNotBeNull();

        version.Id.ShouldBe(id);
        RoomVersions.Find(Encoding.UTF8.GetBytes(id)).ShouldBeSameAs(version);
        version.EventIds.ShouldBe(eventIds switch
        {
            "field" => EventIdForm.Field,
            "base64" => EventIdForm.HashStandardBase64,
            _ => EventIdForm.HashUrlSafeBase64,
        });
        version.References.ShouldBe(references == "pair" ? EventReferenceForm.IdAndHash : EventReferenceForm.Id);
        version.RoomIds.ShouldBe(roomIds == "server" ? RoomIdForm.WithServer : RoomIdForm.CreateEventHash);
        version.StrictCanonicalJson.ShouldBe(json == "strict");
        version.MaxDepth.ShouldBe(depth);
        version.PowerLevels.ShouldBe(levels switch
        {
            "float" => PowerLevelForm.IntegersStringsFloats,
            "string" => PowerLevelForm.IntegersStrings,
            _ => PowerLevelForm.Integers,
        });
        version.EnforcesKeyValidity.ShouldBe(keyValidity);
        version.AuthRules.ToString().ShouldBe(auth);
        version.StateResolution.ToString().ShouldBe(state);
        version.Creators.ShouldBe(creators switch
        {
            "creator" => CreatorForm.ContentCreator,
            "sender" => CreatorForm.Sender,
            _ => CreatorForm.SenderAndAdditional,
        });
        version.Redacts.ShouldBe(redacts == "event" ? RedactsPlace.Event : RedactsPlace.Content);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("13")]
    [InlineData("01")]
    [InlineData("1 ")]
    [InlineData("org.matrix.hydra.11")]
    [InlineData(null)]
    public void Find_UnknownVersion_FindsNothing(string? id)
    {
        RoomVersions.Find(id).ShouldBeNull();
        RoomVersions.Find(Encoding.UTF8.GetBytes(id ?? "")).ShouldBeNull();
    }

    [Fact]
    public void AuthorisingServerSigns_FromTheVersionWithRestrictedJoins_IsAskedFor()
    {
        string signs = string.Join(' ', RoomVersions.All.Where(version => version.AuthorisingServerSigns).Select(version => version.Id));

        signs.ShouldBe("8 9 10 11 12");
    }
}
