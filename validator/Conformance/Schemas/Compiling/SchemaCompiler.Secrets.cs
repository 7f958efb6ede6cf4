using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Compiling;

/// <content>Which schemas hide values: the secret ones, and those that apply them to the same instance.</content>
internal sealed partial class SchemaCompiler
{
    private readonly List<SubSchema> _secrets = [];
    private readonly List<SubSchema> _filled = [];

    /// <summary>Goes from the secret schemas back along what applies them in place.</summary>
    private void SpreadSecrets()
    {
        if (_secrets.Count == 0)
        {
            return;
        }

        var appliedBy = new Dictionary<SubSchema, List<SubSchema>>();
        foreach (SubSchema schema in _filled)
        {
            foreach (Keyword keyword in schema.Keywords)
            {
                foreach (SubSchema applied in keyword.InPlace)
                {
                    if (!appliedBy.TryGetValue(applied, out List<SubSchema>? users))
                    {
                        users = [];
                        appliedBy.Add(applied, users);
                    }

                    users.Add(schema);
                }
            }
        }

        var left = new Stack<SubSchema>(_secrets);
        while (left.TryPop(out SubSchema? schema))
        {
            if (schema.HidesValue)
            {
                continue;
            }

            schema.HidesValue = true;
            foreach (SubSchema user in appliedBy.GetValueOrDefault(schema) ?? [])
            {
                left.Push(user);
            }
        }
    }
}
