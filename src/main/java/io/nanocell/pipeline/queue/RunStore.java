package io.nanocell.pipeline.queue;

import io.nanocell.results.ExclusiveDatabase;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The database as a [RunQueue] uses it: what it schedules is part of the caller's transaction.
@Component
public class RunStore {

    final DataSource dataSource;
    final JdbcClient jdbc;
    final TransactionOperations transaction;

    /// Whether the database is ours alone.
    final boolean exclusive;

    RunStore(
            DataSource dataSource,
            JdbcClient jdbc,
            TransactionOperations transaction,
            ObjectProvider<ExclusiveDatabase> exclusive) {
        this.dataSource = new TransactionAwareDataSourceProxy(dataSource);
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.exclusive = exclusive.getIfAvailable() != null;
    }
}
