namespace Conformance.Profiles.Federation.Rules;

/// <summary>A part of a multipart body has headers, an empty line, and its content.</summary>
internal sealed class FED086 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED086);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Media is not { Body: { } body } media)
        {
            return;
        }

        for (int i = 0; i < body.Parts.Length; i++)
        {
            if (body.Parts[i].Fault is var (problem, offset))
            {
                visit.Report(Id, media.At(offset), ("part", i + 1), ("problem", problem));
            }
        }
    }
}
