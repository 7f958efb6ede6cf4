using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Rooms of the first six versions know no knocks.</summary>
internal sealed class FED014 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED014);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        Node version = visit.Answer.Map.Get("room_version"u8);
        if (visit.Is("make_knock") && version.AsString() is "1" or "2" or "3" or "4" or "5" or "6")
        {
            visit.Report(Id, visit.Answer, version, ("version", version.AsString()));
        }
    }
}
