using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A template is of a room version that the asking server knows.</summary>
internal sealed class FED037 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED037);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.IsAnyOf("make_join", "make_knock") || !visit.Exchange.HasRequest)
        {
            return;
        }

        // Without "ver" the asking server knows version 1 only.
        List<string> known = [.. visit.Exchange.AllAsked("ver")];
        if (known.Count == 0)
        {
            known.Add("1");
        }

        Node version = visit.Answer.Map.Get("room_version"u8);
        if (version.AsString() is { } found && !known.Contains(found))
        {
            visit.Report(Id, visit.Answer, version, ("version", found), ("known", string.Join(", ", known)));
        }
    }
}
