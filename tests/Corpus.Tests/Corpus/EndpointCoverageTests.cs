using System.Text.Json;
using Conformance.Profiles.Federation;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Corpus;

/// <summary>Every endpoint of the Server-Server API has cases: one as servers send it every day, one that comes close to a fault, and one that is invalid.</summary>
public class EndpointCoverageTests
{
    private static readonly Lazy<IReadOnlyList<(string Endpoint, CaseFile Case)>> Covered = new(() => [.. CaseFile.All.SelectMany(c => EndpointsOf(c).Select(endpoint => (endpoint, c)))]);

    public static TheoryData<string> Endpoints => [.. FederationEndpoints.All.Select(endpoint => endpoint.Name)];

    [Theory]
    [MemberData(nameof(Endpoints))]
    public void Endpoint_EachOfThem_HasAValidCase(string endpoint) =>
        Of(endpoint).ShouldContain(c => c.Verdict == "valid" && !c.Required.Any() && c.NearTwinOf.Length == 0);

    [Theory]
    [MemberData(nameof(Endpoints))]
    public void Endpoint_EachOfThem_HasANearTwin(string endpoint) =>
        Of(endpoint).ShouldContain(c => c.Verdict == "valid" && c.NearTwinOf.Length > 0);

    [Theory]
    [MemberData(nameof(Endpoints))]
    public void Endpoint_EachOfThem_HasAnInvalidCase(string endpoint) =>
        Of(endpoint).ShouldContain(c => c.Verdict == "invalid");

    private static IEnumerable<CaseFile> Of(string endpoint) => Covered.Value.Where(covered => covered.Endpoint == endpoint).Select(covered => covered.Case);

    /// <summary>The endpoint of a case that is one capture, and "error" as well when the request was refused. Conversations are about several.</summary>
    private static IEnumerable<string> EndpointsOf(CaseFile made)
    {
        if (made.Json.GetProperty("kind").GetString() != "federation-response" || Path.GetFileName(made.Input) != "capture.json")
        {
            return [];
        }

        using JsonDocument capture = JsonDocument.Parse(File.ReadAllBytes(made.Input));
        JsonElement request = capture.RootElement.GetProperty("request");
        string path = request.GetProperty("path").GetString()!.Split('?')[0];
        int status = capture.RootElement.GetProperty("response").GetProperty("status").GetInt32();
        string? named = FederationEndpoints.Match(request.GetProperty("method").GetString(), path)?.Endpoint.Name;
        return status >= 400 ? [FederationEndpoints.Error.Name] : named is null ? [] : [named];
    }
}
