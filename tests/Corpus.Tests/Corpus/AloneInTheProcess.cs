using Xunit;

namespace Conformance.Corpus.Tests.Corpus;

/// <summary>Tests that measure what they allocate run with no other test beside them.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public class AloneInTheProcess;
