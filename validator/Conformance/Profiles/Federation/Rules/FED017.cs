using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>An event comes back as it was sent, but for its signatures.</summary>
internal sealed class FED017 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED017);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (EchoedEvent.Of(visit) is { } echo && echo.Difference() is { } name)
        {
            Node found = echo.Back.Get(System.Text.Encoding.UTF8.GetBytes(name));
            visit.Report(Id, visit.Answer, found.Exists ? found : echo.Back, ("name", name));
        }
    }
}
