using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>An event comes back with the signatures that it had.</summary>
internal sealed class FED018 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED018);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (EchoedEvent.Of(visit) is not { } echo)
        {
            return;
        }

        foreach ((Node server, Node keys) in echo.Sent.Get("signatures"u8).Members())
        {
            foreach ((Node id, Node signature) in keys.Members())
            {
                Node kept = server.Kind == NodeKind.Text && id.Kind == NodeKind.Text ? echo.Back.Get("signatures"u8).Get(server.Utf8).Get(id.Utf8) : default;
                if (signature.AsString() is { } text && kept.AsString() != text)
                {
                    visit.Report(Id, visit.Answer, kept.Exists ? kept : echo.Back, ("server", server.AsString()), ("key", id.AsString()));
                }
            }
        }
    }
}
