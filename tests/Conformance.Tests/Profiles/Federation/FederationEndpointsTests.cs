using Conformance.Profiles.Federation;
using Conformance.Schemas;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Profiles.Federation;

/// <summary>The list of endpoints: names, paths and schemas.</summary>
public sealed class FederationEndpointsTests
{
    public static TheoryData<string> Names => [.. FederationEndpoints.All.Select(endpoint => endpoint.Name)];

    [Fact]
    public void Names_All_AreUnique() => FederationEndpoints.All.Select(endpoint => endpoint.Name).ShouldBeUnique();

    [Theory]
    [MemberData(nameof(Names))]
    public void Schemas_OfEveryEndpoint_CompileWithAllFormats(string name)
    {
        FederationEndpoint endpoint = FederationEndpoints.Find(name)!;

        CompiledSchema answer = FederationSchemas.Of(endpoint.Answer);

        answer.ShouldNotBeNull();
        (endpoint.Request is null || FederationSchemas.Of(endpoint.Request) is not null).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Slots_OfEveryEndpoint_AreMembersOfItsSchema(string name)
    {
        FederationEndpoint endpoint = FederationEndpoints.Find(name)!;
        foreach (BodyForm form in (BodyForm?[])[endpoint.Answer, endpoint.Request] is var forms ? forms.OfType<BodyForm>() : [])
        {
            string schema = System.Text.Encoding.UTF8.GetString(BuiltInSchemas.Load(BuiltInSchemas.BaseUri + form.Schema.Split('#')[0])!);
            foreach (PduSlot slot in form.Slots.Where(slot => slot.Name.Length > 0))
            {
                schema.ShouldContain($"\"{slot.Name}\": ");
            }
        }
    }

    [Theory]
    [InlineData("GET", "/_matrix/federation/v1/state/!a%3Ab.c", "state", "roomId", "!a:b.c")]
    [InlineData("PUT", "/_matrix/federation/v2/send_join/%21a%3Ab/%24x%2Fy", "send_join", "eventId", "$x/y")]
    [InlineData("PUT", "/_matrix/federation/v1/send_join/!a:b/$x", "send_join/v1", "roomId", "!a:b")]
    [InlineData("GET", "/_matrix/federation/v1/query/profile", "query/profile", "", "")]
    [InlineData("GET", "/_matrix/key/v2/query/example.org", "keys/query", "serverName", "example.org")]
    [InlineData("POST", "/_matrix/federation/v1/publicRooms", "publicRooms/search", "", "")]
    public void Match_KnownPath_FindsEndpointAndValues(string method, string path, string name, string variable, string value)
    {
        (FederationEndpoint Endpoint, IReadOnlyDictionary<string, string> Values)? match = FederationEndpoints.Match(method, path);

        match.ShouldNotBeNull();
        match.Value.Endpoint.Name.ShouldBe(name);
        match.Value.Values.GetValueOrDefault(variable, "").ShouldBe(value);
    }

    [Theory]
    [InlineData("GET", "/_matrix/federation/v1/state")]
    [InlineData("DELETE", "/_matrix/federation/v1/version")]
    [InlineData("GET", "/_matrix/client/v3/sync")]
    [InlineData("GET", "")]
    public void Match_OtherPath_FindsNothing(string method, string path) => FederationEndpoints.Match(method, path).ShouldBeNull();
}
